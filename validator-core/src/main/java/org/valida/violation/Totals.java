package org.valida.violation;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the accounts of one ente row add up to, to be set against the court's books. Accounts that
 * have an ancestor in the list are not counted twice.
 *
 * @param method such as {@code despesa}
 * @param ente such as {@code RS 4314902 2024/2}
 * @param fonte the source of funds, empty where the method has none
 * @param stages attribute to its total in reais, in the contract's order
 */
public record Totals(String method, String ente, String fonte, Map<String, BigDecimal> stages) {}
