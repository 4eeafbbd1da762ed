/**
 * A run as a tool is asked for it: what the command line and the Maven plugin have in common. Finds
 * the inputs and the configuration, makes the engine that both ask for, and refuses in one sentence
 * what cannot be done.
 */
package org.valida.session;
