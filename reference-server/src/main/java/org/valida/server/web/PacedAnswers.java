package org.valida.server.web;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Cuts off clients that read an answer too slowly: each piece of it has to be taken in the time
 * that it has at the lowest rate, and some grace. Such a client holds a thread and a connection to
 * the database, and is never idle. (Jetty's MinimumDataRateHandler fails such a write and leaves
 * its thread waiting.)
 */
final class PacedAnswers extends Handler.Wrapper {

  private final Limits limits;

  PacedAnswers(Limits limits) {
    this.limits = limits;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, new Paced(request, response), callback);
  }

  private final class Paced extends Response.Wrapper {

    Paced(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer bytes, Callback callback) {
      if (bytes == null || !bytes.hasRemaining()) {
        super.write(last, bytes, callback);
        return;
      }
      long nanos =
          limits.grace().toNanos()
              + TimeUnit.SECONDS.toNanos(1) * bytes.remaining() / limits.bytesPerSecond();
      var cut =
          getRequest()
              .getComponents()
              .getScheduler()
              .schedule(this::cut, nanos, TimeUnit.NANOSECONDS);
      super.write(last, bytes, Callback.from(cut::cancel, callback));
    }

    private void cut() {
      getRequest()
          .getConnectionMetaData()
          .getConnection()
          .getEndPoint()
          .close(new TimeoutException("the answer is read too slowly"));
    }
  }
}
