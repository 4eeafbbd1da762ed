package org.valida.server.consulta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Writes an answer as MCE 5 shows it, as it comes: nothing is held back. Amounts are written as
 * they are, with two decimals and no exponent.
 */
public final class JsonAnswer implements AnswerSink {

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          // What broke off must not look complete.
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  /** Opens what the answer goes to, when its first byte is due. */
  public interface Target {
    /** Takes UTF-8; stays open. */
    OutputStream open() throws IOException;
  }

  private final Method method;
  private final Target target;
  private final Instant consulted;
  private JsonGenerator json;
  private boolean open;

  /**
   * @param consulted when it was asked for
   */
  public JsonAnswer(Method method, Instant consulted, Target target) {
    this.method = method;
    this.consulted = consulted;
    this.target = target;
  }

  /** Whether its first byte was due already, so that nothing else can be answered any more. */
  public boolean begun() {
    return json != null;
  }

  private void begin() throws IOException {
    json = FACTORY.createGenerator(target.open());
    json.writeStartObject();
    json.writeStringField("dat_consulta", consulted.truncatedTo(ChronoUnit.SECONDS).toString());
    json.writeArrayFieldStart("ente");
  }

  @Override
  public void ente(EnteKey key) throws IOException {
    if (!begun()) {
      begin();
    }
    closeEnte();
    json.writeStartObject();
    json.writeStringField("sgl_uf", key.sglUf());
    if (key.isState()) {
      json.writeStringField("cod_municipio", "");
    } else {
      json.writeNumberField("cod_municipio", key.codMunicipio());
    }
    json.writeNumberField("num_ano", key.numAno());
    json.writeNumberField("num_periodo", key.numPeriodo());
    if (method.hasList()) {
      json.writeArrayFieldStart(method.list());
    }
    open = true;
  }

  @Override
  public void item(List<Object> values) throws IOException {
    if (method.plainItems()) {
      json.writeString((String) values.get(0));
      return;
    }
    json.writeStartObject();
    for (int i = 0; i < values.size(); i++) {
      json.writeFieldName(method.attributes().get(i).name());
      value(values.get(i));
    }
    json.writeEndObject();
  }

  private void value(Object value) throws IOException {
    if (value instanceof BigDecimal amount) {
      json.writeNumber(amount);
    } else if (value instanceof Integer code) {
      json.writeNumber(code);
    } else {
      json.writeString((String) value);
    }
  }

  private void closeEnte() throws IOException {
    if (!open) {
      return;
    }
    if (method.hasList()) {
      json.writeEndArray();
    }
    json.writeEndObject();
    open = false;
  }

  /** Ends the answer, which is complete then. */
  public void end() throws IOException {
    if (!begun()) {
      begin();
    }
    closeEnte();
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }
}
