/**
 * What can be written in the section {@code connectors}: the kinds that come with the hub, as the published schema describes them, and those of its plugins, as they describe
 * themselves. Read by the command line and by the documentation.
 */
package io.goldsmith.connect.reference;
