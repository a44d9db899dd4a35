# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# nil leaves a setting to the helper: CMDM_* variables and its own settings file.
default['cmdm']['mdm']['product'] = nil
default['cmdm']['mdm']['url'] = nil
# Where the credential comes from, such as file:/etc/cmdm/mdm.key; never the credential itself.
default['cmdm']['mdm']['credential'] = nil
# What only some servers have goes beside these, as below mdm in cmdm.yaml: group, tenant_code (a source), objects, …
# Allows a credential that commands every Mac of the server to lie on this one.
default['cmdm']['credential_on_device'] = nil

# Path of bin/cmdm; nil means CMDM_HELPER, then /Library/Application Support/cmdm/bin/cmdm.
default['cmdm']['helper'] = nil

# Seconds that one Chef run waits for the Mac, whatever the number of profiles.
default['cmdm']['wait_seconds'] = 60
# How many profiles may go in one run because no complete set declares them any more.
default['cmdm']['removal_limit'] = 3
# 'enforce', or 'audit': plan and report, send nothing.
default['cmdm']['mode'] = 'enforce'
# Not enrolled, or MDM not reachable: 'warn' or 'fail'.
default['cmdm']['on_unavailable'] = 'warn'
# Sent, and not yet seen on the Mac when the wait is over: 'ok', or 'fail', as a profile that failed.
default['cmdm']['on_pending'] = 'ok'
# A profile that failed: 'fail' (once, at the end of the run) or 'warn'.
default['cmdm']['on_error'] = 'fail'
