package org.valida.server.web;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * An answer that cannot be brought to its end, though its status went out as 200. The connection is
 * cut, so that no client takes what it got for the whole.
 */
final class BrokenAnswer {

  private BrokenAnswer() {}

  static void end(Context context) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
