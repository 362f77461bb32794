package io.goldsmith.samples.generate;

enum Sex {
    FEMALE,
    MALE
}
