# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# @summary Where the helper takes a credential from, such as `file:/etc/cmdm/mdm.key`.
type Cmdm::Source = Pattern[/\A(env|file|command|keychain):./]
