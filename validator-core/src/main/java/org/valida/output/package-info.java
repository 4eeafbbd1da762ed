/**
 * What is written: files that are there in full or not at all, outputs that say how they failed.
 */
package org.valida.output;
