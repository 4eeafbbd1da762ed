package org.valida.bench.compare;

/**
 * One run of a process.
 *
 * @param seconds from its start to its end
 * @param megabytes most resident memory, in units of 1,000,000 bytes; 0 where the system does not
 *     tell
 * @param status exit status
 * @param says the first line of its output
 */
record Measured(double seconds, double megabytes, int status, String says) {}
