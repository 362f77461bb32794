package io.goldsmith.mdm.store;

class RowWriterOnH2Test extends RowWriterContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
