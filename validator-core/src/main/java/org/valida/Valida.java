package org.valida;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.valida.check.CheckRun;
import org.valida.check.Contracts;
import org.valida.check.SchemaFile;
import org.valida.check.Source;
import org.valida.check.StreamSource;
import org.valida.contract.ContractCatalog;
import org.valida.contract.ContractFiles;
import org.valida.contract.RuleCatalog;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.rule.ServerErrors;
import org.valida.schema.Program;
import org.valida.schema.Query;
import org.valida.schema.Settings;
import org.valida.violation.Level;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Suppression;
import org.valida.violation.Violation;

/**
 * Checks payloads of MCE-SIOPE and Gestão Presente against their contracts.
 *
 * <pre>{@code
 * Valida valida = Valida.withDefaults();
 * Report report = valida.check(Path.of("despesa.json"));
 * }</pre>
 *
 * <p>Immutable, thread-safe and meant to be reused: contracts are compiled once.
 */
public final class Valida {

  private final Contracts contracts;
  private final Settings settings;
  private final Function<Source, Optional<String>> contractBy;
  private final Function<Source, Map<String, Level>> levelsBy;
  private final Program schema;
  private final Suppression suppression;
  private final Optional<List<JsonValue>> serverErrors;
  private final int jobs;

  private Valida(Builder builder) {
    this.contracts = builder.contracts;
    this.settings =
        new Settings(
            builder.levels,
            builder.today,
            builder.query,
            builder.maxRecords,
            builder.limits,
            builder.identityKey,
            builder.showPersonal);
    this.contractBy = builder.contractBy;
    this.levelsBy = builder.levelsBy;
    this.schema = builder.schema;
    this.suppression = builder.suppression;
    this.serverErrors = builder.serverErrors;
    this.jobs = builder.jobs;
  }

  /**
   * All rules at their default levels, personal values masked, contracts recognised from the
   * content.
   */
  public static Valida withDefaults() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The declarations of all built-in rules. */
  public static RuleCatalog rules() {
    return ContractCatalog.builtIn().rules();
  }

  /** The contracts that are known here, the user's own first. */
  public Contracts contracts() {
    return contracts;
  }

  /**
   * Checks a file, recognising its contract. One that ends in {@code .gz} is decompressed.
   *
   * @throws IOException if the file cannot be read
   * @throws UnknownContractException if it is well-formed and fits no contract, or several equally
   */
  public Report check(Path file) throws IOException {
    return report(Source.of(file), contractBy);
  }

  /**
   * Checks a file against a contract.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if there is no such contract
   */
  public Report check(Contract contract, Path file) throws IOException {
    return report(Source.of(file), named(contract));
  }

  /**
   * Checks a stream against a contract, to its end; does not close it.
   *
   * @throws IOException if the stream cannot be read
   * @throws IllegalArgumentException if there is no such contract
   */
  public Report check(Contract contract, InputStream payload) throws IOException {
    return report(new StreamSource("-", payload), named(contract));
  }

  /**
   * Checks a stream, handing on each violation as it is found, in memory that does not grow with
   * the payload.
   *
   * @return the report, without its violations
   * @throws IOException if the stream cannot be read
   * @throws IllegalArgumentException if there is no such contract
   */
  public Report check(Contract contract, InputStream payload, ViolationHandler handler)
      throws IOException {
    var result =
        run(
            List.of(new StreamSource("-", payload)),
            named(contract),
            (path, violation) -> handler.found(violation));
    return Report.of(result.files().get(0), List.of());
  }

  private Function<Source, Optional<String>> named(Contract contract) {
    if (contracts.find(contract.id()).isEmpty()) {
      throw new IllegalArgumentException("there is no contract " + contract.id());
    }
    return source -> Optional.of(contract.id());
  }

  private Report report(Source source, Function<Source, Optional<String>> chooser)
      throws IOException {
    var violations = new ArrayList<Violation>();
    var result = run(List.of(source), chooser, (path, violation) -> violations.add(violation));
    return Report.of(result.files().get(0), violations);
  }

  /**
   * Checks inputs as one run, so that rules which compare inputs see them together. Never throws
   * for what stands in a payload or for an input that cannot be read: that is a failure in the
   * result.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public RunResult run(List<? extends Source> sources, RunListener listener) {
    return run(sources, contractBy, listener);
  }

  private RunResult run(
      List<? extends Source> sources,
      Function<Source, Optional<String>> chooser,
      RunListener listener) {
    var plan =
        new CheckRun.Plan(
            contracts,
            settings,
            chooser,
            schema,
            levelsBy,
            suppression,
            serverErrors.map(ServerErrors::of),
            jobs);
    return new CheckRun(plan, listener).run(sources);
  }

  /** Sets up a {@link Valida}. Not thread-safe. */
  public static final class Builder {
    private Contracts contracts = new Contracts(Optional.empty(), ContractCatalog.builtIn());
    private final Map<String, Level> levels = new HashMap<>();
    private LocalDate today = Settings.todayInBrasilia();
    private Optional<Query> query = Optional.empty();
    private long maxRecords;
    private Limits limits = Limits.defaults();
    private String identityKey = "";
    private boolean showPersonal;
    private Suppression suppression = Suppression.NONE;
    private Function<Source, Optional<String>> contractBy = source -> Optional.empty();
    private Function<Source, Map<String, Level>> levelsBy = source -> levels;
    private Program schema;
    private Optional<List<JsonValue>> serverErrors = Optional.empty();
    private int jobs = 1;

    private Builder() {}

    /**
     * Gives a rule another level.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    public Builder level(String rule, Level level) {
      contracts.rules().rule(rule);
      levels.put(rule, level);
      return this;
    }

    /** As {@link #level} for each. */
    public Builder levels(Map<String, Level> byRule) {
      byRule.forEach(this::level);
      return this;
    }

    /** The levels of rules for each input, instead of {@link #level}. */
    public Builder levelsBy(Function<Source, Map<String, Level>> chooser) {
      levelsBy = chooser;
      return this;
    }

    /** The day that rules about the future go by; by default the day it is in Brasília. */
    public Builder today(LocalDate day) {
      today = day;
      return this;
    }

    /** The request that the payloads answer, for the rule {@code query-mismatch}. */
    public Builder query(Query answered) {
      query = Optional.of(answered);
      return this;
    }

    /** The most records a lote may have; 0 for no limit. */
    public Builder maxRecords(long most) {
      maxRecords = most;
      return this;
    }

    public Builder limits(Limits limitsOfPayloads) {
      limits = limitsOfPayloads;
      return this;
    }

    /**
     * The key of the hash that identifies the records of lotes to a baseline ({@link
     * org.valida.violation.RecordRef#identity}). Whoever has it and the baseline can find out which
     * CPF are in it: keep it as you keep the lotes.
     */
    public Builder identityKey(String key) {
      identityKey = key;
      return this;
    }

    /** Violations that are known and accepted: counted, but neither reported nor failing. */
    public Builder suppression(Suppression known) {
      suppression = known;
      return this;
    }

    /**
     * Whether CPF, NIS and names are shown as written. They are personal data (LGPD): think before
     * you do.
     */
    public Builder showPersonal(boolean show) {
      showPersonal = show;
      return this;
    }

    /**
     * Checks every input against this contract.
     *
     * @throws IllegalArgumentException if there is no such contract
     */
    public Builder contract(String id) {
      if (contracts.find(id).isEmpty()) {
        throw new IllegalArgumentException("there is no contract " + id);
      }
      contractBy = source -> Optional.of(id);
      return this;
    }

    /** Names the contract of an input, or nothing to have it recognised. */
    public Builder contractBy(Function<Source, Optional<String>> chooser) {
      contractBy = chooser;
      return this;
    }

    /**
     * Checks against a JSON Schema of draft 4, 6 or 7 instead of contracts.
     *
     * @throws org.valida.schema.SchemaException if it is no right schema
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public Builder schema(Path file) {
      return schema(file, file.toString());
    }

    /** As {@link #schema(Path)}, with the name that messages give to the file. */
    public Builder schema(Path file, String name) {
      schema = SchemaFile.compile(file, name, contracts.rules());
      return this;
    }

    /**
     * What the server answered for the records of the lotes, page by page ({@code GET
     * .../lote/{id}/erros}): joined to them as {@code server-error}.
     *
     * @throws IllegalArgumentException if an answer has no list {@code errors}
     */
    public Builder serverErrors(List<JsonValue> answers) {
      ServerErrors.of(answers);
      serverErrors = Optional.of(List.copyOf(answers));
      return this;
    }

    /**
     * How many inputs of a run may be checked at the same time; 1 by default. The listener is told
     * the same whatever it is, and always by the thread that called. With more than one, sources
     * are read by other threads, each by one of them, several at a time.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder jobs(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("a run has at least one job, not " + most);
      }
      jobs = most;
      return this;
    }

    /**
     * Adds contracts of your own, in the form of Valida's folder {@code schemas/}. To be called
     * before contracts or rules of it are named.
     *
     * @throws IllegalArgumentException if the folder has no readable contracts.json
     */
    public Builder contractsFolder(Path folder) {
      var builtIn = ContractCatalog.builtIn();
      contracts =
          new Contracts(
              Optional.of(ContractCatalog.read(ContractFiles.in(folder), Optional.of(builtIn))),
              builtIn);
      return this;
    }

    public Valida build() {
      return new Valida(this);
    }
  }
}
