package org.valida.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The payloads, made by tools/GeneratePayload.java: they break no rule, or as many as wanted. */
final class Data {

  /** Bytes of a payload for one process. */
  private static final long SMALL = 20_000_000;

  private final Workplace workplace;

  Data(Workplace workplace) {
    this.workplace = workplace;
  }

  /** A payload without a defect. */
  Path clean(String contract, String form, long bytes) throws IOException, InterruptedException {
    return generated(contract, form, bytes, 0, contract + "-" + form + "-" + bytes + ".json");
  }

  /** A payload with a defect in one record of a hundred. */
  Path bad(String contract, String form, long bytes) throws IOException, InterruptedException {
    long records = bytes / (form.equals("pretty") ? 235 : 155);
    return generated(
        contract, form, bytes, records / 100, contract + "-" + form + "-" + bytes + "-bad.json");
  }

  /** The payloads that EngineBenchmark reads, in this folder. */
  void forBenchmarks() throws IOException, InterruptedException {
    link("despesa-pretty", clean("despesa", "pretty", SMALL));
    link("despesa-compact", clean("despesa", "compact", SMALL));
    link("despesa-bad", bad("despesa", "pretty", SMALL));
    link("funcoes-compact", clean("funcoes", "compact", SMALL));
    link("funcoes-bad", bad("funcoes", "compact", SMALL));
  }

  private void link(String name, Path file) throws IOException {
    var link = workplace.data(name + ".json");
    Files.deleteIfExists(link);
    Files.createLink(link, file);
  }

  private Path generated(String contract, String form, long bytes, long defects, String name)
      throws IOException, InterruptedException {
    var file = workplace.data(name);
    if (Files.exists(file)) {
      return file;
    }
    var half = workplace.data("half-written");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "tools/GeneratePayload.java",
                contract,
                form,
                String.valueOf(bytes),
                half.toString()));
    if (defects > 0) {
      command.addAll(List.of("--violations", String.valueOf(defects)));
    }
    if (!workplace.prepare(workplace.root(), command.toArray(String[]::new))) {
      throw new IOException(
          "no data: " + Files.readString(workplace.folder().resolve("prepare.log")));
    }
    return Files.move(half, file);
  }
}
