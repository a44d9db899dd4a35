# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# @summary Where an MDM is.
type Cmdm::Url = Pattern[/\Ahttps?:\/\/[^\s]+\z/]
