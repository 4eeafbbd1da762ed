/** The texts that come with the classes: contracts, tables, sentences. */
package org.valida.resource;
