/**
 * The Maven plugin. It asks the core for the same run as the command line does ({@code
 * org.valida.session}) and tells the build's log what was found. No parameter shows personal data.
 */
package org.valida.maven;
