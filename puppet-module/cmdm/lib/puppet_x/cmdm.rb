# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
# Generated from jvm-helper/ruby-client by make generate; do not edit.

# What the Chef cookbook and the Puppet module share. No file requires another one of these: Chef loads a cookbook's
# libraries itself, in an order of its own.
Dir[File.join(__dir__, 'cmdm', '*.rb')].sort.each { |file| require file }
