/** Whole processes in turn, beside each other, and the tables of docs/performance.md. */
package org.valida.bench.compare;
