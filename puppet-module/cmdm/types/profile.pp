# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# @summary What a profile of `cmdm::profiles` may say: the attributes of `macos_profile`.
type Cmdm::Profile = Struct[{
  Optional['ensure']         => Enum['present', 'absent'],
  Optional['content']        => Variant[Hash, String[1], Binary, Sensitive[Variant[Hash, String[1], Binary]]],
  Optional['source']         => Pattern[/\A\//],
  Optional['scope']          => Enum['system', 'user'],
  Optional['user']           => String[1],
  Optional['channel']        => Enum['auto', 'mdm', 'local'],
  Optional['stamp']          => Boolean,
  Optional['fill']           => Boolean,
  Optional['resign']         => Boolean,
  Optional['allow_cut']      => Boolean,
  Optional['payload_uuids']  => Enum['keep', 'derive'],
  Optional['replaces']       => Variant[Cmdm::Identifier, Array[Cmdm::Identifier]],
  Optional['on_unavailable'] => Enum['fail', 'warn'],
  Optional['on_pending']     => Enum['ok', 'fail'],
}]
