package org.valida.session;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.valida.baseline.IdentityKey;
import org.valida.schema.Query;
import org.valida.schema.Settings;
import org.valida.violation.Level;

/**
 * What a tool was told about a run. What it was not told is empty, and then a {@code valida.yaml}
 * may say it.
 *
 * @param folder what relative paths are relative to
 * @param standardInput what the input {@code -} means
 * @param inputs as the user wrote them
 * @param config a configuration instead of those that would be found
 * @param contract of all inputs
 * @param schema file of a JSON Schema instead of contracts
 * @param contractsFolder contracts of the user's own
 * @param levels of rules
 * @param query the request that the payloads answer
 * @param serverErrors files with what a server answered for the records of a lote
 * @param baseline file with violations that are accepted
 * @param identityKey by which a baseline tells the records of lotes apart
 * @param maxRecords limit on the records of a lote
 * @param today the day that rules about the future go by
 * @param showPersonal whether CPF, NIS and names are shown as written
 * @param hash whether the SHA-256 of each input is wanted
 * @param jobs how many inputs may be checked at the same time
 */
public record Request(
    Path folder,
    InputStream standardInput,
    List<String> inputs,
    Optional<String> config,
    Optional<String> contract,
    Optional<String> schema,
    Optional<String> contractsFolder,
    Map<String, Level> levels,
    Optional<Query> query,
    List<String> serverErrors,
    Optional<String> baseline,
    IdentityKey identityKey,
    OptionalLong maxRecords,
    Optional<LocalDate> today,
    boolean showPersonal,
    boolean hash,
    int jobs) {

  public Request {
    inputs = List.copyOf(inputs);
    levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    serverErrors = List.copyOf(serverErrors);
  }

  /** The day that the run goes by: the day it is in Brasília, unless another was named. */
  public LocalDate dayOrToday() {
    return today.orElseGet(Settings::todayInBrasilia);
  }

  /** To be told more. */
  public static Builder in(Path folder) {
    return new Builder(folder);
  }

  /** Takes what a tool was told. Not thread-safe. */
  public static final class Builder {
    private final Path folder;
    private InputStream standardInput = InputStream.nullInputStream();
    private List<String> inputs = List.of();
    private Optional<String> config = Optional.empty();
    private Optional<String> contract = Optional.empty();
    private Optional<String> schema = Optional.empty();
    private Optional<String> contractsFolder = Optional.empty();
    private final Map<String, Level> levels = new LinkedHashMap<>();
    private Optional<Query> query = Optional.empty();
    private List<String> serverErrors = List.of();
    private Optional<String> baseline = Optional.empty();
    private IdentityKey identityKey = IdentityKey.NONE;
    private OptionalLong maxRecords = OptionalLong.empty();
    private Optional<LocalDate> today = Optional.empty();
    private boolean showPersonal;
    private boolean hash;
    private int jobs = Runtime.getRuntime().availableProcessors();

    private Builder(Path folder) {
      this.folder = folder;
    }

    public Builder standardInput(InputStream stream) {
      standardInput = stream;
      return this;
    }

    public Builder inputs(List<String> names) {
      inputs = names;
      return this;
    }

    public Builder config(Optional<String> file) {
      config = file;
      return this;
    }

    public Builder contract(Optional<String> id) {
      contract = id;
      return this;
    }

    public Builder schema(Optional<String> file) {
      schema = file;
      return this;
    }

    public Builder contractsFolder(Optional<String> name) {
      contractsFolder = name;
      return this;
    }

    public Builder levels(Map<String, Level> byRule) {
      levels.putAll(byRule);
      return this;
    }

    public Builder query(Optional<Query> answered) {
      query = answered;
      return this;
    }

    public Builder serverErrors(List<String> files) {
      serverErrors = files;
      return this;
    }

    public Builder baseline(Optional<String> file) {
      baseline = file;
      return this;
    }

    public Builder identityKey(String key) {
      identityKey = new IdentityKey(key);
      return this;
    }

    public Builder maxRecords(OptionalLong most) {
      maxRecords = most;
      return this;
    }

    public Builder today(Optional<LocalDate> day) {
      today = day;
      return this;
    }

    public Builder showPersonal(boolean show) {
      showPersonal = show;
      return this;
    }

    public Builder hash(boolean wanted) {
      hash = wanted;
      return this;
    }

    /** By default as many as there are processors. */
    public Builder jobs(int most) {
      jobs = most;
      return this;
    }

    public Request build() {
      return new Request(
          folder,
          standardInput,
          inputs,
          config,
          contract,
          schema,
          contractsFolder,
          levels,
          query,
          serverErrors,
          baseline,
          identityKey,
          maxRecords,
          today,
          showPersonal,
          hash,
          jobs);
    }
  }
}
