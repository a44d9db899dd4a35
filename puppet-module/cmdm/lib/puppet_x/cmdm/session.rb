# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
# Generated from jvm-helper/ruby-client by make generate; do not edit.

require 'json'

module Cmdm
  # A session with the helper: opened by the first request, one request at a time, closed once. A session that failed
  # stays failed, for the guards of the helper count over the whole session.
  class Session
    CONTRACT = 1
    # Seconds; the helper says something at least every 5.
    SILENCE = 15

    # @param helper [String] path of bin/cmdm
    # @param config [Hash] what to open with; a credential only by its source
    # @param logger [#debug, nil] hears the helper's standard error, never a request
    def initialize(helper, config: {}, logger: nil, env: ENV, silence: SILENCE)
      @helper = helper
      @config = config
      @logger = logger
      @env = env
      @silence = silence
      @count = 0
      @closed = false
    end

    # Asks and waits for the answer.
    #
    # @param operation [String] such as +plan+
    # @param fields [Hash] the request's other fields, in the contract's form
    # @yield [event] a Hash with kind, text and perhaps step
    # @return [Hash] the result
    # @raise [HelperError]
    def request(operation, fields = {}, &event)
      raise @failed if @failed
      raise HelperError.new('helper', 'the session with the helper is closed') if @closed

      open unless @child
      exchange(operation, fields, &event)
    end

    # Ends the helper; it finishes its journal first.
    def close
      @closed = true
      @child&.close
      @child = nil
    end

    private

    def open
      MacRoot.of(@env)
      @child = Child.new([@helper, 'serve', '--stdio'], env: @env) { |line| @logger&.debug("cmdm: #{line}") }
      contracts = exchange('open', 'config' => @config)['contracts']
      return if contracts.is_a?(Array) && contracts.include?(CONTRACT)

      fail_for_good(HelperError.new('helper', "the helper #{@helper} does not speak contract #{CONTRACT}",
                                    exit: 78, hint: 'install the version that came with this cookbook or module'))
    rescue HelperError => e
      fail_for_good(e)
    rescue SystemCallError => e
      fail_for_good(HelperError.new('helper', "the helper cannot be started: #{e.class.name.split('::').last}",
                                    where: @helper, exit: 78))
    end

    def exchange(operation, fields, &event)
      id = @count.to_s
      @count += 1
      @child.write(JSON.generate({ 'contract' => CONTRACT, 'id' => id, 'operation' => operation }.merge(fields)),
                   @silence)
      answer(id, &event)
    rescue Child::Silent
      fail_for_good(HelperError.new('helper', "the helper said nothing for #{@silence} s and was ended",
                                    hint: 'run the same with cmdm doctor', retryable: true))
    rescue Child::Ended
      fail_for_good(HelperError.new('helper', "the helper ended without an answer: #{@child.last_words}",
                                    hint: 'run cmdm doctor', retryable: true))
    end

    def answer(id)
      loop do
        line = parse(@child.read(@silence))
        next unless line['id'] == id

        return line['result'] if line['result'].is_a?(Hash)
        raise HelperError.of(line['error']) if line['error'].is_a?(Hash)

        yield line['event'] if block_given? && line['event'].is_a?(Hash)
      end
    end

    def parse(text)
      line = JSON.parse(text)
      return line if line.is_a?(Hash)

      raise JSON::ParserError
    rescue JSON::ParserError
      fail_for_good(HelperError.new('helper', 'the helper sent a line that is no JSON object and was ended'))
    end

    def fail_for_good(error)
      @failed = error
      @child&.kill
      @child = nil
      raise error
    end
  end
end
