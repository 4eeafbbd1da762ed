/**
 * Violations that are known and accepted, written down so that only new ones fail. They are told by
 * rule, file, record and pointer, never by line, and no personal value is kept.
 */
package org.valida.baseline;
