// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.mdm.http.Exchange.Answer;
import org.junit.jupiter.api.Test;

/** Header fields of the product's own, both ways. */
class HeadersTest extends HttpCallerFixture {
    @Test
    void sendsTheFieldsOfACallBesideTheCredential() {
        server.then(TestServer.json(200, "{}"));
        call(
                PATIENT,
                HttpCall.get("/a").withHeader("Cookie", "APBALANCEID=aws.1").withHeader("aw-tenant-code", "t"));
        assertThat(server.requests().get(0).headers())
                .containsEntry("cookie", "APBALANCEID=aws.1")
                .containsEntry("aw-tenant-code", "t")
                .containsKey("authorization");
    }

    @Test
    void handsOverTheFieldsOfAnAnswerWhateverTheCaseOfTheirNames() {
        server.then(scene -> {
            scene.read();
            scene.write("HTTP/1.1 200 OK\r\nset-cookie: a=1; Path=/\r\nSet-Cookie: b=2\r\n"
                    + "X-RateLimit-Remaining:  17 \r\nContent-Length: 0\r\n\r\n");
        });
        Answer answer = answer(call(PATIENT, HttpCall.get("/a")));
        assertThat(answer.headers().all("Set-Cookie")).containsExactly("a=1; Path=/", "b=2");
        assertThat(answer.headers().find("x-ratelimit-remaining")).contains("17");
        assertThat(answer.headers().find("retry-after")).isEmpty();
    }

    @Test
    void printsNoValue() {
        HttpCall call = HttpCall.get("/a").withHeader("Cookie", "canary-cookie");
        assertThat(call.toString()).contains("Cookie").doesNotContain("canary");
    }

    @Test
    void takesNoValueThatWouldEndTheFieldAndDoesNotRepeatIt() {
        assertThatThrownBy(() -> HttpCall.get("/a").withHeader("Cookie", "canary\r\nHost: b"))
                .hasMessage("the value of the header Cookie holds a control character");
    }
}
