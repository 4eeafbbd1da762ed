package org.valida.probe;

import org.valida.violation.Rule;

/**
 * A check and what became of it.
 *
 * @param rule that it judges
 * @param method of the service, such as {@code despesa}; empty for what concerns all of them
 * @param outcome pass, skip or fail
 */
public record CheckResult(Rule rule, String method, Outcome outcome) {}
