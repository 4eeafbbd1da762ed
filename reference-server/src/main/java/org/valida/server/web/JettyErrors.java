package org.valida.server.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What is refused before any route sees it, such as headers that are too long: a problem as
 * everywhere else, instead of Jetty's page.
 */
final class JettyErrors extends ErrorHandler {

  private final Problems problems;

  JettyErrors(Problems problems) {
    this.problems = problems;
    setShowStacks(false);
  }

  /** Jetty's own leaves the answer to PATCH and others without a word. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    // An address left out reads as a version that there is not: no failure of the server.
    int status = code == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 ? 400 : code;
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.write(true, body(status), callback);
  }

  private ByteBuffer body(int status) {
    return ByteBuffer.wrap(Json.problem(problems.of(status)));
  }
}
