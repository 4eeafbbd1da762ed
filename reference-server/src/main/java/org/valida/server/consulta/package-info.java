/** What is asked and answered: methods, attributes, filters. Knows neither HTTP nor a database. */
package org.valida.server.consulta;
