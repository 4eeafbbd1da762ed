package org.valida.server.consulta;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a request asks for. Each part narrows the answer; an empty one does not.
 *
 * @param numAno the year
 * @param sglUf a state and its municípios
 * @param territory what cod_municipio says
 * @param numPeriodo 1 to 6
 * @param rectifiedFrom for retificadora: not before this moment, in UTC
 * @param rectifiedTo for retificadora: not after this moment, in UTC
 */
public record Filter(
    OptionalInt numAno,
    Optional<String> sglUf,
    Territory territory,
    OptionalInt numPeriodo,
    Optional<LocalDateTime> rectifiedFrom,
    Optional<LocalDateTime> rectifiedTo) {}
