package labelwright.workbench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.edit.Step;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.WorkState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(30)
class EditWriterTest {
    private final List<Long> written = new CopyOnWriteArrayList<>();

    @Test
    void editsAreWrittenInOrderAndAllOfThemBeforeClosing() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        EditWriter writer = new EditWriter(commit -> {
            await(gate);
            written.add(commit.after().item().value());
        });
        for (long i = 1; i <= 500; i++) {
            writer.write(commit(i));
        }
        assertEquals(new SaveState.Saving(500), writer.state(), "writing does not wait for the disk");
        gate.countDown();
        writer.close();
        assertEquals(500, written.size());
        assertEquals(written.stream().sorted().toList(), written);
        assertEquals(new SaveState.Saved(), writer.state());
    }

    @Test
    void aFailedEditIsKeptAndWrittenBeforeLaterOnes() {
        AtomicBoolean full = new AtomicBoolean(true);
        List<SaveState> seen = new CopyOnWriteArrayList<>();
        EditWriter writer = new EditWriter(commit -> {
            if (full.get()) {
                throw new IllegalStateException("The disk is full.");
            }
            written.add(commit.after().item().value());
        });
        writer.onChange(seen::add);
        writer.write(commit(1));
        writer.write(commit(1));
        WorkbenchException e = assertThrows(WorkbenchException.class, writer::flush);
        assertTrue(String.valueOf(e.getMessage()).contains("The disk is full."), e.getMessage());
        writer.write(commit(2));
        assertThrows(WorkbenchException.class, writer::flush);
        assertEquals(3, assertInstanceOf(SaveState.Failed.class, writer.state()).waiting());
        full.set(false);
        writer.close();
        assertEquals(List.of(1L, 1L, 2L), written);
        assertTrue(seen.stream().anyMatch(SaveState.Failed.class::isInstance));
        assertEquals(new SaveState.Saved(), seen.getLast());
    }

    @Test
    void anItemThatIsStuckHoldsUpNobodyElseAndCanBeGivenUp() {
        EditWriter writer = new EditWriter(commit -> {
            if (commit.after().item().value() == 1) {
                throw new IllegalStateException("Someone else changed it.");
            }
            written.add(commit.after().item().value());
        });
        writer.write(commit(1));
        writer.write(commit(2));
        writer.write(commit(1));
        assertThrows(WorkbenchException.class, writer::flush);
        assertEquals(List.of(2L), written);
        assertEquals(2, writer.waiting(new ItemId(1)));
        writer.discard(new ItemId(1));
        writer.flush();
        assertEquals(new SaveState.Saved(), writer.state());
        writer.close();
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EditHistory.Commit commit(long item) {
        AnnotationSet before = AnnotationSet.empty(new ItemId(item), new Author.Annotator("kim"));
        Edit edit = new Edit.ChangeState(WorkState.DRAFT);
        Edit.Applied applied = edit.apply(before);
        return new EditHistory.Commit(EditHistory.Direction.PERFORM, new Step(EditName.REOPEN, edit, applied.inverse()), before,
                applied.set());
    }
}
