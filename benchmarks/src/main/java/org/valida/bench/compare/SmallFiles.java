package org.valida.bench.compare;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Many small payloads, and one large one of the same entes: years up to 2020, which have no
 * accounts that must add up.
 */
final class SmallFiles {

  private static final String[] ACCOUNTS = {
    "31900400", "31901100", "31901300", "31901600", "31909400", "31911300", "33901400", "33903000",
    "33903200", "33903300", "33903600", "33903900", "33904600", "33904700", "33909200", "33913900",
    "44905100", "44905200", "44906100", "45906100"
  };

  private final List<String[]> municipios = new ArrayList<>();

  SmallFiles(Path root) throws IOException {
    for (var row : Files.readAllLines(root.resolve("schemas/common/tables/municipio.csv"))) {
      var cells = row.split(",", -1);
      if (cells[0].matches("[0-9]{7}") && !cells[0].equals("5300108")) {
        municipios.add(new String[] {cells[0], cells[2]});
      }
    }
  }

  /** So many files of one ente each, of about 5 KB. */
  void write(Path folder, int files) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < files; i++) {
      try (var out = Files.newBufferedWriter(folder.resolve("despesa-" + i + ".json"))) {
        begin(out);
        ente(out, i, ACCOUNTS.length);
        end(out);
      }
    }
  }

  /** The same entes in one file. */
  void writeOne(Path file, int entes) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      begin(out);
      for (int i = 0; i < entes; i++) {
        out.write(i == 0 ? "" : ",\n");
        ente(out, i, ACCOUNTS.length);
      }
      end(out);
    }
  }

  /** One payload of about 2 KB. */
  void writeTiny(Path file) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      begin(out);
      ente(out, 7, 8);
      end(out);
    }
  }

  private static void begin(Writer out) throws IOException {
    out.write("{\n  \"dat_consulta\": \"2026-01-15T10:00:00Z\",\n  \"ente\": [\n");
  }

  private static void end(Writer out) throws IOException {
    out.write("\n  ]\n}\n");
  }

  private void ente(Writer out, int number, int items) throws IOException {
    var municipio = municipios.get(number % municipios.size());
    int ano = 2017 + number / municipios.size() % 4;
    out.write("    {\n      \"sgl_uf\": \"" + municipio[1] + "\",\n");
    out.write("      \"cod_municipio\": " + municipio[0] + ",\n");
    out.write("      \"num_ano\": " + ano + ",\n      \"num_periodo\": 6,\n");
    out.write("      \"despesa\": [\n");
    for (int i = 0; i < items; i++) {
      long cents = 10_000 + number * 31L + i * 1_013L;
      out.write("        {\n          \"cod_fonte\": 111,\n");
      out.write("          \"des_elemento_despesa\": \"" + ACCOUNTS[i] + "000\",\n");
      out.write("          \"vlr_despesa_empenhada\": " + money(cents * 3) + ",\n");
      out.write("          \"vlr_despesa_liquidada\": " + money(cents * 2) + ",\n");
      out.write("          \"vlr_despesa_paga\": " + money(cents) + "\n        }");
      out.write(i + 1 < items ? ",\n" : "\n");
    }
    out.write("      ]\n    }");
  }

  private static String money(long cents) {
    return cents / 100 + "." + cents / 10 % 10 + cents % 10;
  }
}
