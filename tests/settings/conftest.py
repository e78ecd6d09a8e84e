"""The provider in memory with which the tests of the page of the plan buy."""

from tests.payments.conftest import qris as qris
