package org.valida;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.valida.contract.ContractInfo;
import org.valida.violation.Rule;

/** {@code schemas/valida.schema.json} names rules and contracts, so that editors can offer them. */
class ConfigurationSchemaListsTest {

  private static final Pattern CONTRACTS =
      Pattern.compile("(\"enum\": \\[\n)(?: {18}\"[^\n]*\n)*( {16}])");

  private static final Pattern RULES =
      Pattern.compile("(\"properties\": \\{\n)(?: {8}\"[^\n]*/level\" },?\n)*( {6}},)");

  @Test
  void theSchemaOfConfigurationsNamesEveryContractAndRule() throws IOException {
    var file = TestData.root().resolve("schemas/valida.schema.json");
    var contracts =
        Valida.withDefaults().contracts().all().stream()
            .map(ContractInfo::id)
            .map(id -> " ".repeat(18) + '"' + id + '"');
    var rules =
        Valida.rules().all().stream()
            .map(Rule::id)
            .map(id -> " ".repeat(8) + '"' + id + "\": { \"$ref\": \"#/definitions/level\" }");

    var text = with(CONTRACTS, contracts, Files.readString(file));

    KeptFile.holds(file, with(RULES, rules, text));
  }

  private static String with(Pattern list, Stream<String> lines, String text) {
    var joined = lines.collect(Collectors.joining(",\n", "", "\n"));
    return list.matcher(text).replaceFirst("$1" + Matcher.quoteReplacement(joined) + "$2");
  }
}
