package org.valida.server.web;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses a request whose address has no path, such as one that begins with {@code #}: Jetty would
 * send the client elsewhere without a word. So it does one with a percent sign that begins no
 * escape: behind a semicolon Jetty lets it pass, and who reads the path next would fail.
 */
final class ReadablePath extends Handler.Wrapper {

  private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  ReadablePath(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var path = Request.getPathInContext(request);
    var written = request.getHttpURI().getPath();
    if (path == null || path.isEmpty() || written == null || NO_ESCAPE.matcher(written).find()) {
      Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
