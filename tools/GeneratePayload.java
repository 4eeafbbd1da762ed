import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes large payloads that break no rule, or exactly as many as asked, for tests of memory and speed. Deterministic: the same arguments give the same bytes.
 *
 * <pre>
 * java tools/GeneratePayload.java despesa pretty 2000000000 out.json                   valid
 * java tools/GeneratePayload.java despesa compact 200000000 out.json --violations 10000
 * java tools/GeneratePayload.java despesa pretty 2000000000 out.json --last            one defect, in the last record
 * java tools/GeneratePayload.java funcoes compact 100000000 out.json
 * java tools/GeneratePayload.java estudantes compact 100000000 out.json
 * </pre>
 *
 * Run it in the root of the project: the municípios come from schemas/common/tables.
 */
final class GeneratePayload {

  private static final String[] LEAVES = {
    "31900400", "31901100", "31901300", "31901600", "31909400", "31911300", "33901400", "33903000", "33903200", "33903300",
    "33903600", "33903900", "33904600", "33904700", "33909200", "33913900", "44905100", "44905200", "44906100", "45906100"
  };
  private static final int[] FONTES = {
    540, 541, 542, 543, 544, 550, 551, 552, 553, 569, 570, 571, 572, 573, 574, 575, 599
  };
  private static final String GIVEN = "Ana Bento Cora Davi Elis Fabio Gil Hugo Ivo Jade Kaua Lia Mel Nilo Olga Pia Rui Sol Tom Uma";
  private static final String FAMILY = "Almada Brandao Cerqueira Dantas Esteves Figueira Godoi Holanda Igreja Junqueira";

  private final SplittableRandom random = new SplittableRandom(42);
  private final boolean pretty;
  private final StringBuilder text = new StringBuilder(1 << 16);
  private final OutputStream out;
  private long written;
  private long broken;
  private long items;
  private final long everyItem;
  private boolean breakNow;

  private GeneratePayload(OutputStream out, boolean pretty, long everyItem) {
    this.out = out;
    this.pretty = pretty;
    this.everyItem = everyItem;
  }

  public static void main(String[] args) throws IOException {
    if (args.length < 4) {
      System.err.println("usage: GeneratePayload despesa|funcoes|estudantes pretty|compact BYTES FILE [--violations N | --last]");
      System.exit(2);
    }
    long bytes = Long.parseLong(args[2]);
    boolean last = args.length > 4 && args[4].equals("--last");
    long violations = args.length > 5 && args[4].equals("--violations") ? Long.parseLong(args[5]) : 0;
    long bytesOfItem = args[1].equals("pretty") ? 235 : 155;
    try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[3])), 1 << 20)) {
      var payload = new GeneratePayload(out, args[1].equals("pretty"), violations == 0 ? 0 : Math.max(1, bytes / bytesOfItem / violations));
      switch (args[0]) {
        case "despesa" -> payload.despesa(bytes, violations, last);
        case "funcoes" -> payload.funcoes(bytes, violations);
        default -> payload.estudantes(bytes, violations);
      }
      System.err.println(payload.written + " bytes, " + payload.items + " items, " + payload.broken + " defects");
    }
  }

  private void flush() throws IOException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    written += bytes.length;
    text.setLength(0);
  }

  /** A line break and an indentation where the payload is pretty. */
  private GeneratePayload line(int depth) {
    if (pretty) {
      text.append('\n').append("  ".repeat(depth));
    }
    return this;
  }

  private GeneratePayload member(String name, Object value, boolean more) {
    text.append('"').append(name).append(pretty ? "\": " : "\":").append(value);
    if (more) {
      text.append(',');
    }
    return this;
  }

  private static String quoted(String value) {
    return '"' + value + '"';
  }

  // ---- despesa

  private void despesa(long bytes, long violations, boolean last) throws IOException {
    var municipios = new ArrayList<String[]>();
    for (var row : Files.readAllLines(Path.of("schemas/common/tables/municipio.csv"))) {
      var cells = row.split(",");
      if (cells[0].matches("[0-9]{7}") && !cells[0].equals("5300108")) {
        municipios.add(new String[] {cells[0], cells[cells.length - 3].length() == 2 ? cells[cells.length - 3] : cells[2]});
      }
    }
    text.append('{');
    line(1).member("dat_consulta", quoted("2026-01-15T10:00:00Z"), true);
    line(1).text.append(pretty ? "\"ente\": [" : "\"ente\":[");
    long ente = 0;
    for (int ano = 2021; written < bytes; ano++) {
      for (int m = 0; m < municipios.size() && written < bytes; m++) {
        long seed = 1000 + random.nextInt(100_000);
        for (int periodo = 1; periodo <= 6 && written < bytes; periodo++) {
          text.append(ente++ == 0 ? "" : ",");
          ente(municipios.get(m), ano, periodo, seed, violations);
          flush();
        }
      }
      if (ano == 2025) {
        ano = 2004;
      } else if (ano == 2020) {
        break;
      }
    }
    if (last) {
      broken++;
      text.append(',');
      breakNow = true;
      ente(new String[] {"5300108", "DF"}, 2025, 6, 5000, 0);
    }
    line(1).text.append(']');
    line(0).text.append('}');
    flush();
  }

  private void ente(String[] municipio, int ano, int periodo, long seed, long violations) {
    line(2).text.append('{');
    line(3).member("sgl_uf", quoted(municipio[1]), true);
    line(3).member("cod_municipio", municipio[0], true);
    line(3).member("num_ano", ano, true);
    line(3).member("num_periodo", periodo, true);
    line(3).text.append(pretty ? "\"despesa\": [" : "\"despesa\":[");
    boolean first = true;
    int fontes = 2 + (int) (seed % 3);
    for (int f = 0; f < fontes; f++) {
      int fonte = ano >= 2021 ? FONTES[(int) ((seed + f * 5L) % FONTES.length)] : new int[] {111, 112, 113, 115, 119}[f];
      for (var account : accounts(ano, seed + f * 31L, periodo)) {
        text.append(first ? "" : ",");
        first = false;
        boolean wrong = breakNow || everyItem > 0 && items % everyItem == 0 && broken < violations;
        if (wrong && !breakNow) {
          broken++;
        }
        breakNow = false;
        item(wrong ? 1000 + (int) (items % 8000) : fonte, account);
        items++;
      }
    }
    line(3).text.append(']');
    line(2).text.append('}');
  }

  private record Account(String code, long empenhada, long liquidada, long paga) {}

  /** Leaves and, from 2021 on, the synthetic accounts above them, which add up exactly. */
  private List<Account> accounts(int ano, long seed, int periodo) {
    var accounts = new ArrayList<Account>();
    var sums = new java.util.TreeMap<String, long[]>();
    for (int i = 0; i < LEAVES.length; i++) {
      long cents = (seed * (i + 7) % 9_000_000 + 101) * periodo;
      long[] values = {cents, cents / 10 * 9, cents / 10 * 8};
      if (ano < 2021) {
        accounts.add(new Account(LEAVES[i] + "000", values[0], values[1], values[2]));
        continue;
      }
      accounts.add(new Account(LEAVES[i], values[0], values[1], values[2]));
      for (int digits : new int[] {1, 2, 4}) {
        var above = sums.computeIfAbsent(LEAVES[i].substring(0, digits) + "0".repeat(8 - digits), key -> new long[3]);
        for (int v = 0; v < 3; v++) {
          above[v] += values[v];
        }
      }
    }
    sums.forEach((code, values) -> accounts.add(new Account(code, values[0], values[1], values[2])));
    accounts.sort((a, b) -> a.code().compareTo(b.code()));
    return accounts;
  }

  private void item(int fonte, Account account) {
    line(4).text.append('{');
    line(5).member("cod_fonte", fonte, true);
    line(5).member("des_elemento_despesa", quoted(account.code()), true);
    line(5).member("vlr_despesa_empenhada", money(account.empenhada()), true);
    line(5).member("vlr_despesa_liquidada", money(account.liquidada()), true);
    line(5).member("vlr_despesa_paga", money(account.paga()), false);
    line(4).text.append('}');
  }

  private static String money(long cents) {
    return cents / 100 + "." + cents / 10 % 10 + cents % 10;
  }

  // ---- lotes

  private void funcoes(long bytes, long violations) throws IOException {
    text.append('[');
    while (written < bytes) {
      text.append(items == 0 ? "" : ",");
      boolean wrong = everyItem > 0 && items % everyItem == 0 && broken < violations;
      int year = 1990 + random.nextInt(34);
      line(1).text.append('{');
      line(2).member("inep", 11_000_000 + random.nextInt(999_999), true);
      line(2).member("matriculaRede", quoted(Long.toString(items + 10_000)), true);
      line(2).member("tipoVinculo", wrong ? quoted("x") : 1 + random.nextInt(4), true);
      line(2).member("codigoFuncao", 1 + random.nextInt(12), true);
      line(2).member("dataIngresso", quoted(day(year)), true);
      line(2).member("dataFim", quoted(day(year + 1 + random.nextInt(2))), true);
      line(2).member("cargaHorariaSemanal", 10 + random.nextInt(34), true);
      line(2).member("cpf", quoted(cpf()), false);
      line(1).text.append('}');
      broken += wrong ? 1 : 0;
      items++;
      if (text.length() > 1 << 15) {
        flush();
      }
    }
    line(0).text.append(']');
    flush();
  }

  private void estudantes(long bytes, long violations) throws IOException {
    text.append('[');
    var given = GIVEN.split(" ");
    var family = FAMILY.split(" ");
    while (written < bytes) {
      text.append(items == 0 ? "" : ",");
      boolean wrong = everyItem > 0 && items % everyItem == 0 && broken < violations;
      line(1).text.append('{');
      line(2).member("cpf", quoted(cpf()), true);
      var name = given[random.nextInt(given.length)] + " " + family[random.nextInt(family.length)];
      line(2).member("nome", quoted(name), true);
      line(2).member("nomeMaeEstudante", quoted(given[random.nextInt(given.length)] + " " + family[random.nextInt(family.length)]), true);
      line(2).member("dataNascimento", quoted(day(2008 + random.nextInt(10))), true);
      line(2).member("dataInicioMatricula", quoted(day(2024)), true);
      line(2).member("serieAno", wrong ? 99 : 14 + random.nextInt(6), true);
      line(2).member("inep", 11_000_000 + random.nextInt(999_999), true);
      line(2).member("racaCor", random.nextInt(6), false);
      line(1).text.append('}');
      broken += wrong ? 1 : 0;
      items++;
      if (text.length() > 1 << 15) {
        flush();
      }
    }
    line(0).text.append(']');
    flush();
  }

  private String day(int year) {
    int month = 1 + random.nextInt(12);
    int day = 1 + random.nextInt(28);
    return year + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
  }

  /** A CPF that nobody was given on purpose: random digits with right check digits. */
  private String cpf() {
    int[] digits = new int[11];
    for (int i = 0; i < 9; i++) {
      digits[i] = random.nextInt(10);
    }
    digits[8] = digits[8] == digits[7] ? (digits[8] + 1) % 10 : digits[8];
    for (int check = 9; check < 11; check++) {
      int sum = 0;
      for (int i = 0; i < check; i++) {
        sum += digits[i] * (check + 1 - i);
      }
      digits[check] = sum * 10 % 11 % 10;
    }
    var cpf = new StringBuilder();
    for (int digit : digits) {
      cpf.append(digit);
    }
    return cpf.toString();
  }
}
