// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** The forms of Jamf Pro's answers: JSON under /api, XML under /JSSResource, and there a page of HTML for each error. */
final class JamfReplies {
    private JamfReplies() {}

    static Reply json(int status, JsonNode body) {
        return Reply.of(status, "application/json", GoJson.encoded(body, "  "));
    }

    static Reply xml(int status, XmlElement body) {
        return Reply.of(status, "text/xml;charset=UTF-8", body.document());
    }

    /** An error of the Jamf Pro API; its exact fields are unconfirmed. */
    static Reply apiError(int status, String code, String description) {
        var body = GoJson.object().put("httpStatus", status);
        body.putArray("errors")
                .addObject()
                .put("code", code)
                .put("description", description)
                .put("id", "0")
                .putNull("field");
        return json(status, body);
    }

    /** An error of the Classic API; that it is a page is known, its words are unconfirmed. */
    static Reply page(int status, String title, String words) {
        var html = "<html>\n<head>\n   <title>Status page</title>\n</head>\n<body style=\"font-family: sans-serif;\">\n"
                + "<p style=\"font-size: 1.2em;font-weight: bold;margin: 1em 0px;\">" + title + "</p>\n<p>" + words
                + "</p>\n</body>\n</html>\n";
        return Reply.of(status, "text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
    }

    static Reply notFound() {
        return page(404, "Not Found", "The server has not found anything matching the request URI");
    }

    static Reply conflict(String words) {
        return page(409, "Conflict", "Error: " + words);
    }

    static Reply badRequest(String words) {
        return page(400, "Bad Request", words);
    }

    static Reply notAllowed() {
        return page(
                405,
                "Method Not Allowed",
                "The method specified in the request is not allowed for the resource identified by the request URI");
    }
}
