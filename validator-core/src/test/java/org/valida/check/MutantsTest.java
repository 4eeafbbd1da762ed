package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.json.JsonValue;

/**
 * The cases of {@link IntentTest} for PIT, which changes the engine under the tests: a few at a
 * time, so that contracts are compiled anew by the changed engine, but not for each case.
 */
@EnabledIfSystemProperty(named = "valida.mutating", matches = "true")
class MutantsTest {

  private static final int CASES_AT_ONCE = 24;

  private static final Map<String, JsonValue> INTENTS = Intents.all();

  /** Cases of one folder, those of a rule side by side. */
  static Stream<List<String>> groups() {
    var folders = new TreeMap<String, List<String>>();
    INTENTS
        .keySet()
        .forEach(path -> folders.computeIfAbsent(folder(path), f -> new ArrayList<>()).add(path));
    return folders.values().stream().flatMap(MutantsTest::parts);
  }

  private static Stream<List<String>> parts(List<String> paths) {
    return Stream.iterate(0, from -> from < paths.size(), from -> from + CASES_AT_ONCE)
        .map(from -> paths.subList(from, Math.min(paths.size(), from + CASES_AT_ONCE)));
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/', path.length() - 2));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void areFoundAsIntended(List<String> paths) {
    var engines = new HashMap<List<String>, Valida>();
    for (var path : paths) {
      var intent = INTENTS.get(path);
      var engine = engines.computeIfAbsent(Intents.options(intent), Intents::engine);
      assertThat(Intents.departures(path, intent, engine)).isEmpty();
    }
  }

  /** Runs of several inputs, which lanes of their own may read. */
  static Stream<String> runs() {
    return INTENTS.keySet().stream().filter(path -> path.endsWith("/"));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void areFoundInSeveralLanesAlike(String path) {
    var sources = new ArrayList<MemorySource>();
    for (var file : TestData.files(TestData.testdata().resolve(path), ".json")) {
      sources.add(new MemorySource(TestData.name(file), TestData.bytes(file)));
    }
    var options = Intents.options(INTENTS.get(path));
    var alone = new CallLog();
    engine(options, 1).run(sources, alone);
    var together = new CallLog();
    engine(options, 3).run(sources, together);

    assertThat(together.calls()).isEqualTo(alone.calls());
  }

  private static Valida engine(List<String> options, int jobs) {
    return Intents.builder(options)
        .contractBy(source -> Intents.contract(source.path()))
        .jobs(jobs)
        .build();
  }
}
