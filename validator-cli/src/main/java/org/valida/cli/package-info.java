/**
 * The command line: reads arguments, calls the engine, writes reports, and gives an exit status.
 */
package org.valida.cli;
