// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Marks the moment between a connection that stands and the first byte written to it. */
final class MarkingExecutor extends HttpRequestExecutor {
    static final String CROSSING = "cmdm.crossing";

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback informed,
            HttpContext context)
            throws IOException, HttpException {
        ((Crossing) context.getAttribute(CROSSING)).cross();
        return super.execute(request, connection, informed, context);
    }
}
