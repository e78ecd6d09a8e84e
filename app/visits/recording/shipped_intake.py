"""Takes in what processes that are gone have shipped: from any machine, each visit once.

A visit may be on the disk of a machine and in the storage. Both are the same bytes of the same segment of the same
journal, so that the position of the journal decides what is new (intake.py), and any number of processes may do it at
the same time. Every server looks, also one that does not ship itself: the setting may have been another before.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import AbstractAsyncContextManager, suppress

import structlog

from app.kernel.background import background_tasks, repeat
from app.kernel.outage_log import log_outage
from app.kernel.storage_calls import call, current
from app.visits.recording import intake, journal_heartbeat, shipped_piece, user_agent
from app.visits.recording.intake import MakeCounter, PartMissing, SegmentPart
from app.visits.recording.shipped_piece import ShippedPiece

LOOK_EVERY, LOOK_OTHERWISE = 60.0, 3600.0  # seconds, with and without shipping
GONE_AFTER = 45.0  # seconds without a heartbeat
log = structlog.get_logger()


class ShippedIntake:
    """Looks for pieces in the storage and takes in those of journals that are left behind.

    `own` is the journal of this process, of which pieces of an earlier run may be left; "" without one. `waiting` is
    the size of all pieces, in bytes, when this process last looked.
    """

    def __init__(self, make_counter: MakeCounter, own: str = "") -> None:
        self.make_counter, self.own = make_counter, own
        self.waiting = 0
        self._seen: dict[str, tuple[int, float]] = {}

    def running(self, every: float) -> AbstractAsyncContextManager[None]:
        """Context manager that looks every so many seconds; what fails stays in the storage for the next look."""
        return background_tasks(repeat(self.look, every, "shipped_visits_not_taken_in"), name="shipped visits")

    async def take_in_own(self) -> None:
        """Takes in what an earlier run of this process shipped; logs why it failed.

        Where the disk was set back, this has to be before new visits move the position on.
        """
        try:
            await self._take_in(self.own, await shipped_piece.list_pieces(self.own))
        except Exception as problem:  # without the storage, what is on the disk is all there is
            log_outage("shipped_visits_not_taken_in", problem)

    async def look(self) -> int:
        """Takes in the journals whose heartbeat has stopped since an earlier look; returns the number of new visits.

        Raises: OSError and errors of the database.
        """
        await shipped_piece.delete_unfinished()
        pieces = await shipped_piece.list_pieces()
        self.waiting = sum(piece.size for piece in pieces)
        journals = shipped_piece.by_journal(pieces)
        beats = await journal_heartbeat.load_beats(journals)
        self._seen = {journal: seen for journal, seen in self._seen.items() if journal in journals}
        new_visits = 0
        for journal, number in beats.items():
            if journal == self.own or await self._is_mine_to_take(journal, number):
                new_visits += await self._take_in(journal, journals[journal])
        return new_visits

    async def take_in_all(self) -> int:
        """Takes in all pieces at once, also those of servers that run; returns the number of new visits."""
        journals = shipped_piece.by_journal(await shipped_piece.list_pieces())
        return sum([await self._take_in(journal, pieces) for journal, pieces in journals.items()])

    async def _is_mine_to_take(self, journal: str, beats: int) -> bool:
        """Whether a journal's heartbeat has stopped, and no other process was faster to claim it."""
        now = time.monotonic()
        seen, since = self._seen.get(journal, (-1, now))
        if seen != beats:
            self._seen[journal] = (beats, now)
            return False
        return now - since >= GONE_AFTER and await journal_heartbeat.claim(journal, beats)

    async def _take_in(self, journal: str, listed: list[ShippedPiece]) -> int:
        """Takes in the pieces of a journal and deletes them; returns the number of new visits.

        A list that is made while its owner ships may lack a piece and have a later one, which would move the position
        past the first. So the pieces are listed again, which finds all those before the last of `listed`.
        """
        pieces = [piece for piece in await shipped_piece.list_pieces(journal) if piece <= listed[-1]] if listed else []
        new_visits = 0
        for of_segment in shipped_piece.by_segment(pieces).values():
            for piece in of_segment:
                try:
                    new_visits += await self._take_in_piece(piece)
                except PartMissing as missing:
                    log_outage("shipped_journal_incomplete", missing, piece=piece.key)
                    return new_visits
            await shipped_piece.delete_pieces(of_segment)
        if new_visits:
            log.info("shipped_visits_taken_in", visits=new_visits)
        return new_visits

    async def _take_in_piece(self, piece: ShippedPiece) -> int:
        """Takes in what of a piece is not in the database yet; returns the number of new visits.

        Raises: PartMissing when it, or what comes before it, is missing.
        """
        if await intake.is_taken_in(piece.journal, piece.segment, piece.end):
            return 0
        if piece.journal != self.own:
            await journal_heartbeat.beat(piece.journal)
        content = b""
        with suppress(FileNotFoundError):  # another process took it in and deleted it meanwhile
            content = await call(current().read, piece.key)
        if len(content) == piece.size:
            await asyncio.to_thread(user_agent.build_patterns)
            return await intake.take_in(
                SegmentPart(piece.journal, piece.segment, piece.first, content), self.make_counter
            )
        if await intake.is_taken_in(piece.journal, piece.segment, piece.end):
            return 0
        raise PartMissing("A piece is missing or too short.")
