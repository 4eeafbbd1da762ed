/**
 * The front door: {@link org.valida.Valida} checks payloads, {@link org.valida.Report} tells what
 * was found.
 */
package org.valida;
