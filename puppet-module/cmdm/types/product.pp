# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# @summary An MDM that the helper speaks to.
type Cmdm::Product = Enum['micromdm', 'nanomdm', 'nanohub', 'mdmdirector', 'workspaceone', 'jamf', 'fleet']
