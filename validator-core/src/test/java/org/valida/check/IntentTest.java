package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.valida.Valida;
import org.valida.json.JsonValue;

/**
 * The engine alone on every payload of the test data: exactly the violations, each at its place,
 * that {@code expected/intent.json} says by hand. (The command line's tests do the same with whole
 * commands and reports.)
 */
class IntentTest {

  private static final Map<String, JsonValue> INTENTS = Intents.all();

  /** Contracts are compiled once for each set of options. */
  private static final Map<List<String>, Valida> ENGINES = new ConcurrentHashMap<>();

  static Stream<String> cases() {
    return INTENTS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isFoundAsIntended(String path) {
    var intent = INTENTS.get(path);
    var engine = ENGINES.computeIfAbsent(Intents.options(intent), Intents::engine);

    assertThat(Intents.departures(path, intent, engine)).isEmpty();
  }
}
