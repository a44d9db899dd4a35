# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# @summary A PayloadIdentifier: not blank, no leading dash, no control character.
type Cmdm::Identifier = Pattern[/\A(?!\s*\z)[^-[:cntrl:]][^[:cntrl:]]*\z/]
