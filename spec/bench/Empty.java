// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0

/** Does nothing: what is left is the JVM. */
final class Empty {
    public static void main(String[] args) {}
}
