/**
 * What the x- keywords of contracts mean: one small class per keyword. None knows an attribute or a
 * contract by name. {@link org.valida.rule.ContractVocabulary} lists them all.
 */
package org.valida.rule;
