# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

name 'cmdm'
maintainer 'the cmdm authors'
license 'Apache-2.0'
description 'Keeps the configuration profiles of a Mac as declared, through its MDM'
version '0.1.0'
chef_version '>= 18.0'
supports 'mac_os_x'
source_url 'https://cmdm.dev'
issues_url 'https://cmdm.dev/issues'
