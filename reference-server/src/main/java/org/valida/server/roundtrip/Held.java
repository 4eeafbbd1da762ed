package org.valida.server.roundtrip;

import java.time.LocalDateTime;
import java.util.Optional;
import org.valida.check.Source;
import org.valida.server.consulta.Method;

/**
 * A payload that the service holds.
 *
 * @param number among the payloads of the run, from 0
 * @param rectified for retificadora: when, in UTC; empty where nothing says it
 */
record Held(int number, Source source, Method method, Optional<LocalDateTime> rectified) {}
