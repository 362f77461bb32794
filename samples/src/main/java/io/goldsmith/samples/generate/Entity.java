package io.goldsmith.samples.generate;

/** One customer of the real world, whatever the systems say. */
sealed interface Entity permits Person, Organisation {}
