package org.valida.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.valida.Valida;
import org.valida.contract.ContractInfo;
import org.valida.violation.Rule;

/** {@code valida completion}: prints what makes a shell complete commands, options and values. */
final class CompletionCommand {

  /** The shells, each with who writes its script. */
  private static final Map<String, Function<CompletionModel, List<String>>> WRITERS =
      Map.of("bash", BashCompletion::script, "zsh", ZshCompletion::script);

  static final List<String> SHELLS = WRITERS.keySet().stream().sorted().toList();

  private final Terminal terminal;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  Exit run(Arguments command) throws UseException, IOException {
    String shell = command.matchedPositionalValue(null);
    if (shell == null) {
      throw new UseException(terminal.phrases().text("use.completion"));
    }
    if (!WRITERS.containsKey(shell)) {
      throw Choice.wrong(terminal.phrases(), "completion", shell, SHELLS);
    }
    terminal.print(WRITERS.get(shell).apply(model()));
    return Exit.CLEAN;
  }

  private CompletionModel model() {
    return new CompletionModel(
        FullSyntax.commandLine(terminal.phrases()).getCommandSpec(),
        Valida.rules().all().stream().map(Rule::id).toList(),
        Valida.withDefaults().contracts().all().stream().map(ContractInfo::id).toList());
  }
}
