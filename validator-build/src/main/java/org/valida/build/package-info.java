/** What the build does to the runnable jar so that it starts sooner. */
package org.valida.build;
