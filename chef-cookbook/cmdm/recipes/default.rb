# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# Loads the resources macos_profile and macos_profiles; declares nothing itself.
