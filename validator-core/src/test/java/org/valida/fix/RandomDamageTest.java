package org.valida.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.TestData;

/** Valid payloads, damaged at random places, are repaired as promised. */
class RandomDamageTest {

  private static final long SEED = 20_260_131;
  private static final int ROUNDS = 1500;
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9][0-9.eE+-]*");

  private record Payload(String contract, String text) {}

  private static List<Payload> payloads() {
    var payloads = new ArrayList<Payload>();
    for (var folder : List.of("mce/valid", "sgp/valid")) {
      for (var file : TestData.files(TestData.testdata().resolve(folder), ".json")) {
        var text = new String(TestData.bytes(file), UTF_8);
        if (text.length() < 20_000) {
          payloads.add(new Payload(folder.substring(0, 4) + file.getParent().getFileName(), text));
        }
      }
    }
    return payloads;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void repairsHoldWhatTheyPromise(boolean unsafe) {
    var random = new Random(SEED);
    var payloads = payloads();
    var repaired = new TreeSet<String>();
    var wrong = new ArrayList<String>();
    for (int round = 0; round < ROUNDS; round++) {
      var payload = payloads.get(random.nextInt(payloads.size()));
      var damaged = damaged(payload.text(), random);
      byte[] before = damaged.getBytes(UTF_8);
      var fixing = unsafe ? Fixing.unsafe(payload.contract()) : Fixing.safe(payload.contract());
      var input = fixing.run(before).inputs().get(0);
      byte[] after = Fixing.bytes(input);
      input.piece().patch().repairs().forEach(repair -> repaired.add(repair.rule()));
      var name = "round " + round + " of " + payload.contract() + ": ";
      wrong.addAll(Promises.broken(name, input, before, after, fixing));
      if (!Arrays.equals(fixing.fixed(after), after)) {
        wrong.add(name + "repairing twice changes something");
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(repaired).hasSizeGreaterThan(8);
  }

  private static String damaged(String text, Random random) {
    var out = new StringBuilder(random.nextInt(6) == 0 ? "\uFEFF" : "");
    var tokens = TOKEN.matcher(text);
    int end = 0;
    while (tokens.find()) {
      out.append(text.substring(end, tokens.start()));
      var token = tokens.group();
      out.append(random.nextInt(5) == 0 ? damagedToken(token, random) : token);
      if (token.startsWith("\"") && random.nextInt(40) == 0) {
        out.append(again(text, token, tokens.end()));
      }
      end = tokens.end();
    }
    return out.append(text.substring(end)).toString();
  }

  /** The member once more under a name with capitals, where the token is the name of one. */
  private static String again(String text, String token, int end) {
    return text.startsWith(": ", end) && token.equals(token.toLowerCase(Locale.ROOT))
        ? ": null, " + token.toUpperCase(Locale.ROOT)
        : "";
  }

  private static String damagedToken(String token, Random random) {
    if (!token.startsWith("\"")) {
      return switch (random.nextInt(6)) {
        case 0 -> '"' + token + '"';
        case 1 -> token.contains(".") ? token + "00" : token + ".0";
        case 2 -> token.contains("e") || token.contains("E") ? token : token + "E0";
        case 3 -> "\"0" + token + '"';
        case 4 -> token.length() > 1 ? token.substring(0, token.length() - 1) : token;
        default -> "\" " + token + '"';
      };
    }
    var content = token.substring(1, token.length() - 1);
    return switch (random.nextInt(7)) {
      case 0 -> token.toUpperCase(Locale.ROOT).replace("\\U", "\\u").replace("\\N", "\\n");
      case 1 -> "\"  " + content + "\\n\"";
      case 2 -> content.matches("[0-9]{11}") ? '"' + Lote.punctuated(content) + '"' : token;
      case 3 -> content.matches("[1-9][0-9]*") ? content : token;
      case 4 -> '"' + content.replaceFirst("^0+", "") + '"';
      case 5 -> '"' + content.replaceFirst("^([0-9]{4})-([0-9]{2})-([0-9]{2})$", "$3/$2/$1") + '"';
      default -> '"' + content + "\\u0007" + '"';
    };
  }
}
