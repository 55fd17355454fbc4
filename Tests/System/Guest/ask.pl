#!/usr/bin/perl
# Calls a method at the daemon's control socket, as any Varlink client would: ask.pl METHOD [JSON]. Prints the reply's
# parameters as JSON. An error goes to standard error, exit status 1. What JSON holds is read from standard input where it
# is "-", for a receipt code is no business of `ps`.
use strict;
use warnings;
use IO::Socket::UNIX;
use JSON::PP;

my ($method, $parameters) = @ARGV;
$parameters = do { local $/; <STDIN> } if defined $parameters and $parameters eq '-';
my $json = JSON::PP->new->canonical;
my $call = { method => $method, parameters => $json->decode($parameters || '{}') };
my $path = $ENV{LINTEL_SOCKET} || '/run/lintel/main/io.lintel';
my $socket = IO::Socket::UNIX->new(Type => SOCK_STREAM, Peer => $path) or die "$path: $!\n";
print {$socket} $json->encode($call), "\0";
$socket->flush;
my $reply = do { local $/ = "\0"; <$socket> };
die "$path: closed without a reply\n" unless defined $reply;
chop $reply;
my $answer = $json->decode($reply);
die $json->encode($answer), "\n" if $answer->{error};
print $json->encode($answer->{parameters}), "\n";
