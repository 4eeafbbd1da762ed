package org.valida.probe;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is probed, and how.
 *
 * @param base address that {@code /consulta/despesa} and {@code /oauth} are appended to
 * @param login empty for a service that is open to everyone
 * @param methods to probe, by the manual's names
 * @param codTc value of the parameter cod_tc; empty to leave it out
 * @param headers that go with every request; their values are secret
 * @param proxy all requests go through it
 * @param authorities file of certificates (PEM) to trust instead of those of the Java runtime
 * @param year num_ano; without it the newest of the last years that has rows
 * @param uf whose rows the filters are tried with; empty to choose from the answer
 * @param municipio the same, with 6 or 7 digits
 * @param rate requests a second, at most
 * @param timeout until there is a connection, until an answer begins, and between its pieces
 * @param slow the first byte should not take longer
 */
public record ProbeSettings(
    URI base,
    Optional<Login> login,
    List<String> methods,
    String codTc,
    Map<String, String> headers,
    Optional<InetSocketAddress> proxy,
    Optional<Path> authorities,
    OptionalInt year,
    String uf,
    String municipio,
    double rate,
    Duration timeout,
    Duration slow) {

  /** Those that a court has to publish and that the sweep of MCE 6.4 reads. */
  public static final List<String> METHODS_OF_COURTS =
      List.of("despesa", "receita", "funcao12", "informacoescomplementares");

  /** All methods of MCE 5. */
  public static final List<String> METHODS =
      List.of(
          "despesa",
          "receita",
          "retificadora",
          "funcao12",
          "indicador",
          "divergencia",
          "informacoescomplementares");

  /** Who logs in (MCE 3). */
  public record Login(String user, String password) {}

  public ProbeSettings {
    methods = List.copyOf(methods);
    headers = Map.copyOf(headers);
  }
}
