package io.goldsmith.connect.plugin;

import io.goldsmith.connect.spi.ConnectorKind;

/**
 * A kind of connector that a hub found.
 *
 * @param kind the kind
 * @param place where it was found, for a person: a jar or folder of {@code plugins/}, or the class path
 * @param loader what loads its classes
 */
public record InstalledKind(ConnectorKind kind, String place, ClassLoader loader) {}
