/**
 * What JSON Schema asks of texts: regular expressions of ECMA-262 that cannot hang, and the values
 * of {@code format}. Knows nothing of documents or rules.
 */
package org.valida.text;
